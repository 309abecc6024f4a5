import type { WooriClient, WooriClientOptions } from "woori-openapi" with { "resolution-mode": "import" };

export async function connect(options: WooriClientOptions): Promise<WooriClient> {
  const { createWooriClient } = await import("woori-openapi");
  // @ts-expect-error -- no such method
  createWooriClient({ ...options, method: "PUT" });
  return createWooriClient(options);
}

async function main(baseUrl: string): Promise<void> {
  const [woori, { requestExamples }, { makeCalls }] = await Promise.all([
    import("woori-openapi"),
    import("woori-openapi/fixtures"),
    import("./calls.mjs"),
  ]);
  console.log(JSON.stringify(await makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, baseUrl)));
}

void main(process.argv[2] ?? "");
