import { Api } from "./out/api";
import { body, headers, report } from "./report";

const { oai, oap } = new Api({ baseApiParams: { headers } });

await report({
  get: async () => (await oai.getCreditLoanBasicInfo(body)).data,
  post: async () => (await oai.postCreditLoanBasicInfo(body)).data,
  token: async () => (await oap.checkToken()).data,
});
