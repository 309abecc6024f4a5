import type { Database } from "./database.ts";
import { audit, notify, now } from "./journal.ts";
import { Absent, Refused } from "./refused.ts";
import * as say from "./messages.ts";

/** What is approved: a sign-up, an API, an app. */
export type ApprovalKind = "account" | "api" | "app";

export const approvalKindNames: Readonly<Record<ApprovalKind, string>> = { account: "가입", api: "API", app: "앱" };

export type ApprovalState = "waiting" | "approved" | "rejected" | "withdrawn";

export const approvalStateNames: Readonly<Record<ApprovalState, string>> = {
  waiting: "진행 중",
  approved: "승인",
  rejected: "반려",
  withdrawn: "취소",
};

/** A step of an approval. One without an approver is for any administrator. */
export interface ApprovalStep {
  position: number;
  approverId: number | null;
  /** Nickname; undefined where any administrator decides. */
  approver: string | null;
  state: Exclude<ApprovalState, "withdrawn">;
  decidedBy: string | null;
  reason: string;
  decidedAt: string | null;
}

export interface Approval {
  id: number;
  kind: ApprovalKind;
  subjectId: number;
  title: string;
  content: string;
  requesterId: number;
  requester: string;
  state: ApprovalState;
  createdAt: string;
  endedAt: string | null;
}

const columns = `approvals.id, kind, subject_id AS subjectId, title, content, requester_id AS requesterId,
  nickname AS requester, approvals.state, approvals.created_at AS createdAt, ended_at AS endedAt`;
const tables = "approvals JOIN accounts ON accounts.id = requester_id";

/**
 * Opens an approval: the approvers decide in their order, at last an administrator. Part of a transaction.
 *
 * @returns its id
 */
export function openApproval(
  database: Database,
  given: {
    kind: ApprovalKind;
    subjectId: number;
    title: string;
    content: string;
    requester: { id: number };
    approverIds?: readonly number[];
  },
): number {
  const { kind, subjectId, title, content, requester, approverIds = [] } = given;
  const { id } = database.change(
    `INSERT INTO approvals (kind, subject_id, title, content, requester_id, state, created_at)
     VALUES (:kind, :subjectId, :title, :content, :requester, 'waiting', :time)`,
    { kind, subjectId, title, content, requester: requester.id, time: now() },
  );
  for (const [position, approver] of [...approverIds, null].entries())
    database.change(
      "INSERT INTO approval_steps (approval_id, position, approver_id, state) VALUES (:id, :position, :approver, 'waiting')",
      { id, position, approver },
    );
  callNext(database, id, title);
  return id;
}

export function approvalById(database: Database, id: number): Approval | undefined {
  return database.row<Approval>(`SELECT ${columns} FROM ${tables} WHERE approvals.id = :id`, { id });
}

export function stepsOf(database: Database, id: number): ApprovalStep[] {
  return database.rows<ApprovalStep>(
    `SELECT position, approver_id AS approverId, one.nickname AS approver, approval_steps.state,
       other.nickname AS decidedBy, reason, decided_at AS decidedAt
     FROM approval_steps
     LEFT JOIN accounts AS one ON one.id = approver_id
     LEFT JOIN accounts AS other ON other.id = decided_by
     WHERE approval_id = :id ORDER BY position`,
    { id },
  );
}

/** The approvals that somebody asked for, the newest first. */
export function approvalsBy(database: Database, requesterId: number): Approval[] {
  return database.rows<Approval>(
    `SELECT ${columns} FROM ${tables} WHERE requester_id = :requesterId AND kind <> 'account' ORDER BY approvals.id DESC`,
    { requesterId },
  );
}

/** The approvals of a subject, the newest first. */
export function approvalsOf(database: Database, kind: ApprovalKind, subjectId: number): Approval[] {
  return database.rows<Approval>(
    `SELECT ${columns} FROM ${tables} WHERE kind = :kind AND subject_id = :subjectId ORDER BY approvals.id DESC`,
    { kind, subjectId },
  );
}

/** The approvals whose next step somebody may decide, the oldest first. */
export function waitingFor(database: Database, decider: { id: number; role: string }): Approval[] {
  return database.rows<Approval>(
    `SELECT ${columns} FROM ${tables}
     JOIN approval_steps ON approval_id = approvals.id AND position =
       (SELECT min(position) FROM approval_steps WHERE approval_id = approvals.id AND state = 'waiting')
     WHERE approvals.state = 'waiting' AND (approver_id = :id OR (approver_id IS NULL AND :role = 'admin'))
     ORDER BY approvals.id`,
    { id: decider.id, role: decider.role },
  );
}

/** The approvals that ended, the newest first. */
export function endedApprovals(database: Database): Approval[] {
  return database.rows<Approval>(
    `SELECT ${columns} FROM ${tables} WHERE approvals.state <> 'waiting' ORDER BY ended_at DESC LIMIT 200`,
  );
}

const decisionNames = { approved: "승인", rejected: "반려" };

/**
 * Decides the next step of an approval. Part of a transaction.
 *
 * @param position the step that the decider saw
 * @returns the approval as it is now
 * @throws {Refused} where the step is not his, or somebody was faster
 */
export function decideStep(
  database: Database,
  decider: { id: number; role: string },
  given: { id: number; position: number; decision: "approved" | "rejected"; reason: string },
): Approval {
  const { id, position, decision, reason } = given;
  const approval = approvalById(database, id);
  if (approval === undefined) throw new Absent(say.noApproval);
  const steps = stepsOf(database, id);
  const next = steps.find(({ state }) => state === "waiting");
  if (approval.state !== "waiting" || next?.position !== position) throw new Refused(say.approvalEnded);
  if (next.approverId === null ? decider.role !== "admin" : next.approverId !== decider.id)
    throw new Refused(say.notApprover);
  if (decision === "rejected" && reason === "") throw new Refused(say.rejectReason, "reason");
  database.change(
    `UPDATE approval_steps SET state = :decision, decided_by = :decider, reason = :reason, decided_at = :time
     WHERE approval_id = :id AND position = :position`,
    { id, position, decision, decider: decider.id, reason, time: now() },
  );
  audit(database, decider, `${approvalKindNames[approval.kind]} ${decisionNames[decision]}`, approval.title, reason);
  const isLast = position === steps.at(-1)?.position;
  if (decision === "rejected" || isLast) {
    endApproval(database, id, decision);
    notify(database, [approval.requesterId], say.decided(approval.title, decisionNames[decision], reason));
  } else callNext(database, id, approval.title);
  return { ...approval, state: decision === "rejected" || isLast ? decision : "waiting" };
}

/** Ends an approval that still waits. Part of a transaction. */
export function endApproval(database: Database, id: number, state: Exclude<ApprovalState, "waiting">): void {
  database.change("UPDATE approvals SET state = :state, ended_at = :time WHERE id = :id AND state = 'waiting'", {
    id,
    state,
    time: now(),
  });
}

/** Leaves the steps of somebody who can decide no more to the administrators. Part of a transaction. */
export function releaseSteps(database: Database, approverId: number): void {
  const held = database.rows<{ id: number; title: string }>(
    `SELECT DISTINCT approvals.id, title FROM approvals JOIN approval_steps ON approval_id = approvals.id
     WHERE approvals.state = 'waiting' AND approval_steps.state = 'waiting' AND approver_id = :approverId`,
    { approverId },
  );
  database.change(
    "UPDATE approval_steps SET approver_id = NULL WHERE approver_id = :approverId AND state = 'waiting'",
    { approverId },
  );
  for (const { id, title } of held) callNext(database, id, title);
}

/** Tells those who can decide the next step. */
function callNext(database: Database, id: number, title: string): void {
  const next = stepsOf(database, id).find(({ state }) => state === "waiting");
  if (next === undefined) return;
  const deciders =
    next.approverId === null
      ? database
          .rows<{ id: number }>("SELECT id FROM accounts WHERE role = 'admin' AND state = 'active'")
          .map((admin) => admin.id)
      : [next.approverId];
  notify(database, deciders, say.waitsForYou(title));
}
