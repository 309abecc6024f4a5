import type { FaultName } from "../faults.ts";
import type { Conditions, ScenarioResponse } from "./scenario.ts";

/** 타입을 알 수 없는 오퍼레이션입니다. 본문을 확인하지 않습니다. */
export type AnyOperations = Record<string, unknown>;

/** 바꿀 필드입니다. 목록은 통째로 바꿉니다. */
type Part<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { [Key in keyof Value]?: Part<Value[Key]> }
    : Value;

type Content<Of> = Of extends { content: infer Types } ? Types[keyof Types] : unknown;

type RequestBody<Operation> = Operation extends { requestBody?: infer Body } ? Content<NonNullable<Body>> : unknown;

type Parameters<Operation> = Operation extends { parameters: infer Places }
  ? { [Place in Extract<keyof Places, "path" | "query" | "header">]?: Partial<NonNullable<Places[Place]>> }
  : NonNullable<Conditions["parameters"]>;

type Success<Responses> = Responses[Extract<keyof Responses, 200 | 201 | 202>];

/** Apart from the body. */
interface Shared {
  /** 명세의 예제 이름이나 SYSCD 코드입니다. */
  example?: string;
  contentType?: string;
  /** 응답을 늦출 시간(밀리초)입니다. */
  delay?: number;
  /** 일으킬 장애입니다. */
  fault?: FaultName;
}

type Own<Status, Body> = Status & {
  /** 본문 전체입니다. */
  body?: Body;
  /** 예제나 고객의 응답에서 바꿀 필드입니다. */
  change?: Part<Body>;
  deviates?: false;
};

type TypedResponse<Responses> = Shared &
  (
    | Own<{ status?: undefined }, Content<Success<Responses>>>
    | { [Status in keyof Responses]: Own<{ status: Status }, Content<Responses[Status]>> }[keyof Responses]
    | (Pick<ScenarioResponse, "status" | "body" | "change"> & {
        /** 일부러 명세와 다르게 응답합니다. */
        deviates: true;
      })
  );

/** 오퍼레이션 하나의 응답정보입니다. */
export interface UsedScenario<Operation> {
  /** 응답정보의 이름입니다. 같은 이름으로 등록한 것을 대신합니다. 지정하지 않으면 새 이름을 붙입니다. */
  name?: string;
  /** 앱의 이름이나 앱 키입니다. 지정하지 않으면 모든 앱의 호출에 응답합니다. */
  app?: string;
  /** 조건이 모두 맞을 때 응답합니다. 지정하지 않으면 항상 응답합니다. */
  when?: Omit<Conditions, "body" | "parameters"> & {
    /** 요청 본문에 있어야 하는 값입니다. */
    body?: Part<RequestBody<Operation>>;
    /** 요청 파라미터에 있어야 하는 값입니다. */
    parameters?: Parameters<Operation>;
  };
  response: Operation extends { responses: infer Responses } ? TypedResponse<Responses> : ScenarioResponse;
}

/** What `using` asks for, where the program's lib has it (ES2026). */
type DisposeKey = SymbolConstructor extends { readonly dispose: infer Key extends symbol } ? Key : never;

/** 등록한 응답정보입니다. `using`으로 선언하면 블록이 끝날 때 삭제됩니다. */
export type UsedHandle = UsedScenarioHandle & { [Key in DisposeKey]: () => void };

interface UsedScenarioHandle {
  name: string;
  /** 지금까지 응답한 횟수입니다. */
  answered: () => number;
  /** 등록한 응답정보를 삭제합니다. */
  remove: () => void;
}
