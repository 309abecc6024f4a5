import document from "woori-openapi/openapi.json" with { type: "json" };

export const { title }: { title: string } = document.info;
export const method: string = document.paths["/oai/wb/v1/credit/getCreditLoanBasicInfo"].get.operationId;
