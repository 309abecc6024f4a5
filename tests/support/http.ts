export { type Reply, send } from "../../scripts/lib/http.ts";
