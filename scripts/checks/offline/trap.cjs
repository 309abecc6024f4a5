"use strict";
// Loaded by NODE_OPTIONS (--require) into every Node process that a part of npm run verify:offline starts, npm's own among them, and
// into their worker threads. Refuses each name resolution and each connection that leaves this machine, and appends it as a line of
// JSON to the file that WOORI_OFFLINE_LOG names. CommonJS, so that Node 20, which runs npm, can load it.
const childProcess = require("node:child_process");
const dgram = require("node:dgram");
const dns = require("node:dns");
const { appendFileSync } = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const net = require("node:net");
const { basename } = require("node:path");
const workerThreads = require("node:worker_threads");

const logFile = process.env["WOORI_OFFLINE_LOG"] ?? "";
if (logFile === "") throw new Error("WOORI_OFFLINE_LOG names no file");
const script = process.argv[1] ?? process.argv0;

/** @param {object} line */
function log(line) {
  appendFileSync(logFile, `${JSON.stringify(line)}\n`);
}

const here = new net.BlockList();
here.addSubnet("127.0.0.0", 8, "ipv4");
for (const [address, family] of /** @type {const} */ ([
  ["0.0.0.0", "ipv4"],
  ["::1", "ipv6"],
  ["::", "ipv6"],
]))
  here.addAddress(address, family);

/**
 * Whether a host is this machine. Node takes none for localhost; an unspecified address is reached by loopback.
 *
 * @param {unknown} host
 */
function isHere(host) {
  if (host === undefined || host === null || host === "") return true;
  const name = String(host).toLowerCase();
  return name === "localhost" || (net.isIP(name) !== 0 && here.check(name, net.isIPv6(name) ? "ipv6" : "ipv4"));
}

/**
 * Records an attempt.
 *
 * @param {string} api
 * @param {unknown} host
 * @param {unknown} [port]
 * @returns what the caller gets instead of an answer
 */
function refuse(api, host, port) {
  const target = port === undefined ? String(host) : `${String(host)}:${String(port)}`;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 50;
  const error = Object.assign(new Error(`외부 연결을 막았습니다: ${api} ${target}`), {
    code: "ERR_OFFLINE",
    hostname: host,
  });
  Error.stackTraceLimit = limit;
  const frames = String(error.stack)
    .split("\n")
    .filter((line) => line.startsWith("    at ") && !line.includes(__filename));
  const frame = frames.find((line) => !/node:|<anonymous>/.test(line)) ?? frames.at(-1) ?? "";
  log({ script, api, target, frame: frame.trim().replace(/^at /, "") });
  return error;
}

/**
 * Ends a call that takes a callback last.
 *
 * @param {unknown[]} args
 * @param {Error} error
 * @param {(error: Error) => void} otherwise for a call without one
 */
function answer(args, error, otherwise) {
  const callback = args.at(-1);
  process.nextTick(() => (typeof callback === "function" ? callback(error) : otherwise(error)));
}

// Name resolution. lookup() of an address asks nobody; the rest of Node resolves through it.
for (const [api, owner] of Object.entries({
  dns,
  "dns.Resolver": dns.Resolver.prototype,
  "dns.promises": dns.promises,
  "dns.promises.Resolver": dns.promises.Resolver.prototype,
})) {
  const methods = /** @type {Record<string, Function>} */ (/** @type {unknown} */ (owner));
  for (const name of Object.getOwnPropertyNames(methods).filter((one) => /^(lookup|resolve|reverse)/.test(one))) {
    const original = /** @type {Function} */ (methods[name]);
    methods[name] = /** @this {unknown} @param {unknown[]} args */ function (...args) {
      const [host] = args;
      if (isHere(host) || (name === "lookup" && net.isIP(String(host)) !== 0)) return original.apply(this, args);
      const error = refuse(`${api}.${name}`, host);
      return api.startsWith("dns.promises") ? Promise.reject(error) : answer(args, error, () => {});
    };
  }
}

// TCP, and with it TLS, HTTP and fetch. Node itself calls connect() with its arguments in an array.
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = /** @this {net.Socket} @param {any[]} args */ function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const { port, host, path } =
    typeof first === "object"
      ? first
      : Number.isNaN(Number(first))
        ? { path: first }
        : { port: first, host: typeof second === "string" ? second : undefined };
  if ((path !== undefined && path !== null) || isHere(host)) return Reflect.apply(connect, this, args);
  // Refused as a real connection is: later, when the caller has its socket.
  const error = refuse("net.connect", host, port);
  process.nextTick(() => this.destroy(error));
  return this;
};

// By the time that fetch connects, its caller has left the stack.
const originalFetch = globalThis.fetch;
globalThis.fetch = /** @param {Parameters<typeof fetch>} args */ async (...args) => {
  const [input] = args;
  const url = input instanceof Request ? input.url : String(input);
  const { protocol, hostname, port } = new URL(URL.canParse(url) ? url : "data:,");
  if (!protocol.startsWith("http") || isHere(hostname.replaceAll(/[[\]]/g, ""))) return originalFetch(...args);
  throw new TypeError("fetch failed", {
    cause: refuse("fetch", hostname, port === "" ? { "http:": 80, "https:": 443 }[protocol] : port),
  });
};

// UDP.
const { send: sendTo, connect: connectTo } = dgram.Socket.prototype;
dgram.Socket.prototype.send = /** @this {dgram.Socket} @param {any[]} args */ function (...args) {
  const at = args.findIndex((one, index) => index > 0 && typeof one === "string");
  if (at === -1 || isHere(args[at])) return Reflect.apply(sendTo, this, args);
  answer(args, refuse("dgram.send", args[at], args[at - 1]), (error) => this.emit("error", error));
};
dgram.Socket.prototype.connect = /** @this {dgram.Socket} @param {any[]} args */ function (...args) {
  if (typeof args[1] !== "string" || isHere(args[1])) return Reflect.apply(connectTo, this, args);
  answer(args, refuse("dgram.connect", args[1], args[0]), (error) => this.emit("error", error));
};

/**
 * The trap goes along into an environment that a process or a thread is given; one with a log of its own keeps it.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withTrap(env) {
  const options = env["NODE_OPTIONS"] ?? "";
  const required = options.includes(basename(__filename))
    ? options
    : `${options} --require ${JSON.stringify(__filename)}`;
  return { WOORI_OFFLINE_LOG: logFile, ...env, NODE_OPTIONS: required.trim() };
}

// A synchronous child with an environment of its own goes without the trap: it is left to the kernel's counters.
const childPrototype = /** @type {any} */ (childProcess.ChildProcess.prototype);
const { spawn } = childPrototype;
childPrototype.spawn = /** @param {{ envPairs: string[] }} options */ function (options) {
  const env = Object.fromEntries(
    options.envPairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
  return spawn.call(this, {
    ...options,
    envPairs: Object.entries(withTrap(env)).map(([name, value]) => `${name}=${value}`),
  });
};
workerThreads.Worker = class extends workerThreads.Worker {
  /** @param {string | URL} file @param {workerThreads.WorkerOptions} [options] */
  constructor(file, options) {
    super(file, typeof options?.env === "object" ? { ...options, env: withTrap(options.env) } : options);
  }
};

syncBuiltinESMExports();
if (workerThreads.isMainThread) log({ process: script });
