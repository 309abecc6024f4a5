import { type Account, colleagues } from "./accounts.ts";
import type { Database } from "./database.ts";
import { audit } from "./journal.ts";
import { Absent, Refused } from "./refused.ts";
import * as say from "./messages.ts";

/** A row of approvers that an institution has saved under a name (2.4). */
export interface ApprovalLine {
  id: number;
  name: string;
  approverIds: number[];
  /** Nicknames, in their order. */
  approvers: string[];
}

/** The lines of an institution; colleagues who may not log in any more are left out. */
export function approvalLines(database: Database, institutionId: number): ApprovalLine[] {
  const names = new Map(colleagues(database, institutionId).map(({ id, nickname }) => [id, nickname]));
  return database
    .rows<{ id: number; name: string; approvers: string }>(
      "SELECT id, name, approvers FROM approval_lines WHERE institution_id = :institutionId ORDER BY name",
      { institutionId },
    )
    .map(({ id, name, approvers }) => {
      const approverIds = (JSON.parse(approvers) as number[]).filter((one) => names.has(one));
      return { id, name, approverIds, approvers: approverIds.map((one) => names.get(one) ?? "") };
    });
}

export function saveApprovalLine(
  database: Database,
  actor: Account,
  { name, approverIds }: { name: string; approverIds: readonly number[] },
): void {
  database.transaction(() => {
    const possible = new Set(colleagues(database, actor.institutionId).map(({ id }) => id));
    if (approverIds.length === 0 || approverIds.some((one) => !possible.has(one)))
      throw new Refused(say.noApprover, "approvers");
    database.change(
      `INSERT INTO approval_lines (institution_id, name, approvers) VALUES (:institution, :name, :approvers)
       ON CONFLICT DO UPDATE SET approvers = :approvers`,
      { institution: actor.institutionId, name, approvers: JSON.stringify(approverIds) },
    );
    audit(database, actor, "승인 라인 저장", name);
  });
}

export function deleteApprovalLine(database: Database, actor: Account, id: number): void {
  database.transaction(() => {
    const { changes } = database.change("DELETE FROM approval_lines WHERE id = :id AND institution_id = :institution", {
      id,
      institution: actor.institutionId,
    });
    if (changes === 0) throw new Absent(say.noLine);
    audit(database, actor, "승인 라인 삭제", String(id));
  });
}
