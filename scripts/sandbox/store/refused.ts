/** Something that the store does not do; its Korean message tells the person who asked why, and what to do. */
export class Refused extends Error {
  override name = "Refused";
  /** The input field that the message is about. */
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** Something that is not there, or not for whoever asks: he is told the same of both. */
export class Absent extends Refused {
  override name = "Absent";
}
