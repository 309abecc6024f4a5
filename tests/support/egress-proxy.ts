import { createProxy } from "proxy";

// A proxy as a company has it, in a process of its own. It prints its port, then a line for each request it is given.
const [, , credentials] = process.argv;
const proxy = createProxy();
if (credentials !== undefined)
  proxy.authenticate = ({ headers }) =>
    headers["proxy-authorization"] === `Basic ${Buffer.from(credentials).toString("base64")}`;
proxy.on("connect", ({ url }) => console.log(`CONNECT ${url}`));
proxy.on("request", ({ method, url }) => console.log(`${method} ${url}`));
proxy.listen(0, "127.0.0.1", () => {
  const address = proxy.address();
  console.log(typeof address === "object" ? address?.port : "");
});
