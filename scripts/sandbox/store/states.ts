import { Refused } from "./refused.ts";
import * as say from "./messages.ts";

/** What the gateway answers a call of an app in a state with; undefined where it serves the call. */
interface GatewayAnswer {
  code: string;
  status: number;
  text: string;
}

/** A state, as the portal, the gateway and the docs show it. */
export interface State {
  /** Its Korean name. */
  name: string;
  means: string;
  /** The document's section that shows it; undefined where the state is the sandbox's own. */
  section?: string;
  /** undefined where the gateway serves. */
  refusal?: GatewayAnswer;
}

/** An event and the states it leads to, by the state it comes in. */
interface Event<Name extends string> {
  /** Its Korean name. */
  name: string;
  /** Who does it, in Korean. */
  by: string;
  to: Partial<Record<Name, Name>>;
}

/** A state machine. It is the only place that says which event leads from which state to which. */
export class Machine<Name extends string, EventName extends string> {
  /** What is in a state, with the particle of a subject: 앱이. */
  readonly subject: string;
  readonly states: Readonly<Record<Name, State>>;
  readonly events: Readonly<Record<EventName, Event<Name>>>;

  constructor(subject: string, states: Record<Name, State>, events: Record<EventName, Event<Name>>) {
    this.subject = subject;
    this.states = states;
    this.events = events;
  }

  /** Whether an event may come in a state. */
  allows(state: Name, event: EventName): boolean {
    return this.events[event].to[state] !== undefined;
  }

  /**
   * The state after an event.
   *
   * @throws {Refused} where the event may not come in the state
   */
  after(state: Name, event: EventName): Name {
    const next = this.events[event].to[state];
    if (next !== undefined) return next;
    const possible = (Object.keys(this.events[event].to) as Name[]).map((one) => `'${this.states[one].name}'`);
    throw new Refused(say.notInState(this.subject, this.states[state].name, this.events[event].name, possible));
  }
}

const unregistered = (text: string): GatewayAnswer => ({ code: "SYSCD03003", status: 401, text: `appKey: ${text}` });

export type AppState = "pending" | "requested" | "rejected" | "in-service" | "changing" | "suspended" | "deleted";
export type AppEvent =
  "edit" | "request" | "withdraw" | "approve" | "reject" | "suspend" | "resume" | "rotate" | "delete";

/** The states of an app (2.4, 2.5). The document shows two; the others follow from its approval and from 1.3. */
export const appMachine: Machine<AppState, AppEvent> = new Machine<AppState, AppEvent>(
  "앱이",
  {
    pending: {
      name: "준비",
      means: "등록했지만 승인을 요청하지 않은 앱입니다. 승인요청 버튼으로 승인을 요청하십시오.",
      section: "2.4",
      refusal: unregistered("승인을 기다리는 앱입니다(준비). 개발자 포털에서 승인을 요청하십시오."),
    },
    requested: {
      name: "승인 요청",
      means: "승인을 요청해 결재를 기다리는 앱입니다.",
      refusal: unregistered("승인을 기다리는 앱입니다(승인 요청)."),
    },
    rejected: {
      name: "반려",
      means: "승인이 반려된 앱입니다. 사유를 확인하고 수정한 뒤 다시 요청하십시오.",
      refusal: unregistered("승인이 반려된 앱입니다. 개발자 포털에서 사유를 확인하십시오."),
    },
    "in-service": {
      name: "서비스 중",
      means: "승인이 끝나 키를 조회하고 API를 호출할 수 있는 앱입니다.",
      section: "2.5",
    },
    changing: {
      name: "변경 승인 요청",
      means: "서비스 중에 API나 플랜을 변경하고 승인을 기다리는 앱입니다. 이미 승인된 API는 계속 호출할 수 있습니다.",
    },
    suspended: {
      name: "이용 정지",
      means: "관리자가 이용을 정지한 앱입니다.",
      refusal: unregistered("이용이 정지된 앱입니다. 개발자 포털의 알림함에서 사유를 확인하십시오."),
    },
    deleted: {
      name: "삭제",
      means: "삭제되어 키를 사용할 수 없는 앱입니다.",
      refusal: unregistered("등록되지 않은 앱 키입니다."),
    },
  },
  {
    edit: { name: "수정", by: "제휴사", to: { pending: "pending", rejected: "rejected", "in-service": "in-service" } },
    request: {
      name: "승인요청",
      by: "제휴사",
      to: { pending: "requested", rejected: "requested", "in-service": "changing" },
    },
    withdraw: { name: "승인요청 취소", by: "제휴사", to: { requested: "pending", changing: "in-service" } },
    approve: {
      name: "승인",
      by: "관리자(승인 라인의 마지막)",
      to: { requested: "in-service", changing: "in-service" },
    },
    reject: {
      name: "반려",
      by: "승인 라인의 승인자 또는 관리자",
      to: { requested: "rejected", changing: "in-service" },
    },
    suspend: { name: "이용 정지", by: "관리자", to: { "in-service": "suspended", changing: "suspended" } },
    resume: { name: "이용 정지 해제", by: "관리자", to: { suspended: "in-service" } },
    rotate: { name: "키 재발급", by: "제휴사", to: { "in-service": "in-service", changing: "changing" } },
    delete: {
      name: "삭제",
      by: "제휴사",
      to: { pending: "deleted", rejected: "deleted", "in-service": "deleted", suspended: "deleted" },
    },
  },
);

export type ApiState = "pending" | "requested" | "rejected" | "published" | "stopped" | "deleted";
export type ApiEvent = "edit" | "request" | "withdraw" | "approve" | "reject" | "stop" | "delete";

const unpublished = (text: string): GatewayAnswer => ({ code: "SYSCD02901", status: 404, text });
const notYetPublished = unpublished(
  "게시되지 않은 API입니다. 개발자 포털에서 API개발자로 등록하고 관리자의 승인을 받으십시오.",
);

/** The states of an API: the gateway knows those that are published (1.3). */
export const apiMachine: Machine<ApiState, ApiEvent> = new Machine<ApiState, ApiEvent>(
  "API가",
  {
    pending: { name: "준비", means: "등록했지만 승인을 요청하지 않은 API입니다.", refusal: notYetPublished },
    requested: { name: "승인 요청", means: "게시 승인을 기다리는 API입니다.", refusal: notYetPublished },
    rejected: { name: "반려", means: "게시가 반려된 API입니다.", refusal: notYetPublished },
    published: { name: "게시", means: "앱에서 선택하고 호출할 수 있는 API입니다." },
    stopped: {
      name: "게시 중지",
      means: "관리자가 게시를 중지한 API입니다.",
      refusal: unpublished("게시가 중지된 API입니다."),
    },
    deleted: { name: "삭제", means: "등록이 삭제된 API입니다.", refusal: notYetPublished },
  },
  {
    edit: { name: "수정", by: "API개발자", to: { pending: "pending", rejected: "rejected", stopped: "stopped" } },
    request: {
      name: "승인요청",
      by: "API개발자",
      to: { pending: "requested", rejected: "requested", stopped: "requested" },
    },
    withdraw: { name: "승인요청 취소", by: "API개발자", to: { requested: "pending" } },
    approve: { name: "승인", by: "관리자", to: { requested: "published" } },
    reject: { name: "반려", by: "관리자", to: { requested: "rejected" } },
    stop: { name: "게시 중지", by: "관리자", to: { published: "stopped" } },
    delete: { name: "삭제", by: "API개발자", to: { pending: "deleted", rejected: "deleted" } },
  },
);

export type AccountState = "waiting" | "active" | "rejected" | "locked";
export type AccountEvent = "approve" | "reject" | "lock" | "unlock";

/** The states of an account: it logs in once its sign-up was approved (1.3). */
export const accountMachine: Machine<AccountState, AccountEvent> = new Machine<AccountState, AccountEvent>(
  "계정이",
  {
    waiting: { name: "가입 승인 대기", means: "가입을 신청해 관리자의 승인을 기다리는 계정입니다." },
    active: { name: "사용 중", means: "로그인할 수 있는 계정입니다." },
    rejected: { name: "가입 반려", means: "가입이 반려된 계정입니다." },
    locked: { name: "사용 정지", means: "관리자가 사용을 정지한 계정입니다." },
  },
  {
    approve: { name: "가입 승인", by: "관리자", to: { waiting: "active" } },
    reject: { name: "가입 반려", by: "관리자", to: { waiting: "rejected" } },
    lock: { name: "사용 정지", by: "관리자", to: { active: "locked" } },
    unlock: { name: "사용 정지 해제", by: "관리자", to: { locked: "active" } },
  },
);
