import type { Group } from "./group.ts";
import { size } from "./groups/size.ts";
import { docs } from "./groups/docs.ts";
import { generate } from "./groups/generate.ts";
import { growth } from "./groups/growth.ts";
import { lint } from "./groups/lint.ts";
import { call } from "./groups/call.ts";
import { portal } from "./groups/portal.ts";
import { servers } from "./groups/servers.ts";
import { validation } from "./groups/validation.ts";

/** All groups by the name that --only takes, in the order in which they are measured and shown. */
export const groups = { generate, size, validation, call, servers, portal, lint, docs, growth } satisfies Record<
  string,
  Group
>;

export type GroupName = keyof typeof groups;

export const groupNames = Object.keys(groups) as GroupName[];
