/** What a Spectral custom function gets and gives; the part of @stoplight/spectral-core that these functions use. */
export interface Context {
  path: (string | number)[];
  documentInventory: { resolved: unknown };
}
export type Results = { message: string; path?: (string | number)[] }[] | void;
