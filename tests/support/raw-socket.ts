import { connect, type Socket } from "node:net";

/** What a raw connection gets back before it is closed; text is taken as Latin-1. */
export function talk(url: string, bytes: string | Buffer, then: "wait" | "end" | "reset" = "wait"): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () =>
      socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, () => {
        if (then === "end") socket.end();
        if (then === "reset") socket.resetAndDestroy();
      }),
    );
    let got = "";
    socket.on("data", (chunk: Buffer) => (got += chunk.toString()));
    socket.on("error", () => {});
    socket.on("close", () => done(got));
  });
}

/** Resolves when a connection is closed, also by a reset. */
export function closeOf(socket: Socket): Promise<void> {
  socket.on("error", () => {});
  return new Promise((done) => socket.resume().once("close", () => done()));
}
