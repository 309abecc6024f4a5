import type { Example } from "../../../../scripts/bundle/openapi.ts";
import { drop, type EditRow, jsonOf } from "./parts.ts";

/** What the mock and the sandbox answer with. */
export const answerEdits: EditRow[] = [
  {
    name: "example dropped",
    edit: ({ loan, components }) => {
      for (const method of ["get", "post"] as const)
        drop(jsonOf(loan(method), "response").examples ?? {}, "noAccounts");
      drop(components.examples, "CreditLoanBasicInfoNoAccounts");
    },
    there: ["risky mediaType.examples.removed noAccounts"],
    back: ["safe mediaType.examples.added noAccounts"],
  },
  {
    name: "example of GET alone dropped",
    edit: ({ loan }) => drop(jsonOf(loan("get"), "response").examples ?? {}, "noAccounts"),
    there: ["risky mediaType.examples.removed noAccounts"],
    back: ["safe mediaType.examples.added noAccounts"],
  },
  {
    name: "value of an example",
    edit: ({ example }) =>
      void ((example("CreditLoanBasicInfoSuccess").value as { dataBody: Record<string, string> }).dataBody[
        "LN_AVL_AM"
      ] = "1"),
    there: ["risky example.value.changed success"],
    back: ["risky example.value.changed success"],
  },
  {
    name: "summary of an example",
    edit: ({ example }) => void (example("CreditLoanBasicInfoSuccess").summary = "정상"),
    there: ["safe example.summary.changed success"],
    back: ["safe example.summary.changed success"],
  },
  {
    name: "x-omits of an example",
    edit: ({ example }) => void example("CreditLoanBasicInfoOptionalRowsAbsent")["x-omits"]?.pop(),
    there: ["safe example.x-omits.changed optionalRowsAbsent"],
    back: ["safe example.x-omits.changed optionalRowsAbsent"],
  },
  {
    name: "another example first",
    edit: ({ loan }) => {
      for (const method of ["get", "post"] as const) {
        const json = jsonOf(loan(method), "response");
        json.examples = Object.fromEntries(Object.entries(json.examples ?? {}).reverse());
      }
    },
    there: ["risky mediaType.examples.reordered application/json"],
    back: ["risky mediaType.examples.reordered application/json"],
  },
  {
    name: "legacy sample dropped",
    edit: ({ loan }) => {
      for (const method of ["get", "post"] as const) drop(jsonOf(loan(method), "response"), "x-legacy-samples");
    },
    there: ["risky mediaType.x-legacy-samples.removed printed"],
    back: ["safe mediaType.x-legacy-samples.added printed"],
  },
  {
    name: "error example that the catalogue does not give",
    edit: ({ response }) =>
      void ((response("Forbidden").content["application/json"]?.examples?.["SYSCD03003"] as Example).value = {}),
    there: ["risky example.value.changed SYSCD03003"],
    back: ["risky example.value.changed SYSCD03003"],
  },
  {
    name: "error code dropped",
    edit: ({ api }) => void api["x-error-catalogue"].codes.pop(),
    there: ["risky catalogue.codes.removed SYSCD09999"],
    back: ["safe catalogue.codes.added SYSCD09999"],
  },
  {
    name: "meaning of an error code",
    edit: ({ code }) => void (code("SYSCD01005").meaning = "JSON 오류"),
    there: ["safe code.meaning.changed SYSCD01005"],
    back: ["safe code.meaning.changed SYSCD01005"],
  },
  {
    name: "message of an error code",
    edit: ({ code }) => void (code("SYSCD01005").message = "JSON 오류입니다."),
    there: ["risky code.message.changed SYSCD01005"],
    back: ["risky code.message.changed SYSCD01005"],
  },
  {
    name: "layer of an error code",
    edit: ({ code }) => void (code("SYSCD01005").layer = "gateway"),
    there: ["risky code.layer.changed SYSCD01005"],
    back: ["risky code.layer.changed SYSCD01005"],
  },
  {
    name: "retry advice of an error code",
    edit: ({ code }) => void (code("SYSCD01005").resend = "afterWait"),
    there: ["risky code.resend.changed SYSCD01005"],
    back: ["risky code.resend.changed SYSCD01005"],
  },
  {
    name: "status of an error code",
    edit: ({ code }) => void (code("SYSCD01005").status = [405]),
    there: ["risky code.status.changed SYSCD01005"],
    back: ["risky code.status.changed SYSCD01005"],
  },
  {
    name: "reproduction of an error code",
    edit: ({ code }) => void (code("SYSCD01005").reproduce = { body: "{" }),
    there: ["risky code.reproduce.changed SYSCD01005"],
    back: ["risky code.reproduce.changed SYSCD01005"],
  },
  {
    name: "a key of every error code",
    edit: ({ api }) => {
      for (const row of api["x-error-catalogue"].codes) drop(row, "reproduce");
    },
    there: ["risky code.reproduce.removed 오류 코드표"],
    back: ["safe code.reproduce.added 오류 코드표"],
  },
  {
    name: "error codes in another order",
    edit: ({ api }) => void api["x-error-catalogue"].codes.push(...api["x-error-catalogue"].codes.splice(0, 1)),
    there: ["safe catalogue.codes.reordered 오류 코드표"],
    back: ["safe catalogue.codes.reordered 오류 코드표"],
  },
];
