/** What is used of oidc-provider, which brings no types. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export interface Client {
    clientId: string;
    clientAuthMethod: string;
    redirectUris: readonly string[];
    scope: string;
    grantTypeAllowed(type: string): boolean;
  }

  /** Koa's context with the provider's own. */
  export interface Context {
    type: string;
    status: number;
    body: unknown;
    path: string;
    query: Record<string, string | undefined>;
    oidc: {
      params: Record<string, string | undefined>;
      body: Record<string, string | undefined>;
      entities: { Client: Client };
    };
    set(fields: Record<string, string>): void;
  }

  export interface Interaction {
    uid: string;
    params: Record<string, string | undefined>;
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    Grant: new (given: { accountId: string; clientId: string }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this;
    on(event: "server_error", listener: (context: Context, error: unknown) => void): this;
    on(event: "error", listener: (error: unknown) => void): this;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission: boolean },
    ): Promise<string>;
  }

  export const errors: {
    InvalidClient: new (description: string) => Error;
    InvalidRedirectUri: new () => Error;
    SessionNotFound: new (description: string) => Error;
    InvalidScope: new (description: string, scope: string) => Error;
  };
}
