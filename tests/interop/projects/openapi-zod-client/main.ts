import { createApiClient } from "./out";
import document from "./openapi.json";
import { body, headers, report } from "./report";

const api = createApiClient(document.servers[0].url, { axiosConfig: { headers } });

await report({
  get: () => api.getCreditLoanBasicInfo({ data: body } as never),
  post: () => api.postCreditLoanBasicInfo(body),
  token: () => api.checkToken(),
});
