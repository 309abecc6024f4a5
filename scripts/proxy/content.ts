import type { IncomingHttpHeaders } from "node:http";
import { contentTypeOf, formType, readBodyText } from "../server/body-format.ts";
import type { MediaType } from "../bundle/openapi.ts";
import type { GrowingBuffer } from "../lib/growing-buffer.ts";
import { decodeContent } from "./decode.ts";
import { shownMediaType } from "../server/media-type.ts";
import { otherCharset } from "../server/request-problems.ts";
import { problemAbout } from "../client/problem.ts";
import type { Findings, Side } from "./findings.ts";
import * as say from "./messages.ts";

/** A body that can be validated. */
export interface Content {
  mediaType: MediaType;
  body: unknown;
  text: string;
  /** Otherwise it is a form. */
  isJson: boolean;
}

const json = "application/json";

/**
 * Reads a body that is not empty, and finds what keeps it from being read as the spec says: coding, media type, charset, UTF-8,
 * JSON.
 *
 * @param types what the spec has at this place
 * @param limit the largest body that is checked, in bytes, also when it is unpacked
 * @returns undefined where there is nothing to hold against a schema
 */
export async function readContent(
  findings: Findings,
  side: Side,
  { headers, body }: { headers: IncomingHttpHeaders; body: GrowingBuffer },
  types: Record<string, MediaType>,
  limit: number,
): Promise<Content | undefined> {
  const raw = body.bytes();
  const bytes = raw === undefined ? "too-large" : await decodeContent(raw, headers["content-encoding"], limit);
  const field = headers["content-type"];
  const { type, isUtf8 } = contentTypeOf(field);
  const expected = Object.keys(types).join(", ");
  if (types[type] === undefined)
    findings.deviate(side, problemAbout("Content-Type", "media-type", expected || say.noBody, shownMediaType(field)));
  if (!isUtf8) findings.deviate(side, otherCharset(field));
  switch (bytes) {
    case "too-large":
      findings.note(side, problemAbout(say.body, "size", say.smallerOnly(limit), say.larger));
      return undefined;
    case "unknown":
      findings.note(side, problemAbout("Content-Encoding", "encoding", say.knownCodings, say.otherCoding));
      return undefined;
    case "broken":
      findings.deviate(side, problemAbout(say.body, "encoding", say.codedAsSaid, say.unpackable));
      return undefined;
  }
  return readAs(findings, side, type, types, bytes);
}

function readAs(
  findings: Findings,
  side: Side,
  type: string,
  types: Record<string, MediaType>,
  bytes: Buffer,
): Content | undefined {
  const asType = types[type] === undefined ? json : type;
  const mediaType = types[asType];
  // An HTML page has no schema to check.
  if (mediaType === undefined || (asType !== json && asType !== formType)) return undefined;
  const content = readBodyText(asType, bytes);
  if (content === "too-many") {
    findings.note(side, problemAbout(say.body, "size", say.fewerOnly, say.more));
    return undefined;
  }
  if ("text" in content) return { mediaType, body: content.body, text: content.text, isJson: asType === json };
  // Another media type does not promise JSON.
  if (asType === type)
    findings.deviate(
      side,
      problemAbout(say.body, "json", content.expected, bytes.length === 0 ? say.emptyBody : content.found),
    );
  return undefined;
}
