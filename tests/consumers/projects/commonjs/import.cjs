void (async () => {
  const { makeCalls } = await import("./calls.mjs");
  const { requestExamples } = await import("woori-openapi/fixtures");
  console.log(
    JSON.stringify(
      await makeCalls(await import("woori-openapi"), requestExamples.getCreditLoanBasicInfo.sample, process.argv[2]),
    ),
  );
})();
