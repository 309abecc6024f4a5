// 컨테이너의 상태 확인입니다: node src/health.js URL. 200이 아니면 종료 코드 1로 끝납니다.
const response = await fetch(process.argv[2] ?? "", { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
process.exitCode = response?.ok === true ? 0 : 1;
