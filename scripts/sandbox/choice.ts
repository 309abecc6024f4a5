/** An answer of the spec. */
export interface ChosenAnswer {
  status: number;
  /** Without parameters. */
  contentType: string;
  body: unknown;
  /** The body as it goes over the wire, and its length in bytes. */
  text: string;
  length: number;
  /** Somebody's own: nothing is added to it. */
  isOwn?: true;
}

/** What an answer is chosen by. */
export interface Choice {
  status: number;
  /** Name of an example; the first one where it is left out. */
  example?: string | undefined;
  /** The request's Accept header (RFC 9110, 12.5.1). */
  accept?: string | undefined;
}
