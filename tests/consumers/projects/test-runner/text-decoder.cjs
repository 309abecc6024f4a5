// Node's, whose arrays are not those of jsdom's window, which it wants for itself.
const { TextDecoder, TextEncoder } = require("node:util");

Object.assign(globalThis, { TextDecoder, TextEncoder });
