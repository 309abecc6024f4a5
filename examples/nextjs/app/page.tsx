"use client";

import { type FormEvent, type ReactNode, useState } from "react";

/** 동의를 받고 우리 서버의 /api/loan-limit을 호출합니다. 브라우저는 은행을 호출하지 않으며 키를 갖지 않습니다. */
export default function Page(): ReactNode {
  const [told, setTold] = useState("");
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTold("조회하고 있습니다.");
    const response = await fetch("/api/loan-limit", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ agreed: true }),
    }).catch(() => undefined);
    const answer = await response?.json().catch(() => undefined);
    setTold(answer?.limit === undefined ? (answer?.message ?? "연결을 확인해 주십시오.") : won(answer.limit));
  };
  return (
    <form onSubmit={ask}>
      <label>
        <input type="checkbox" required /> 신용정보 조회 등 네 가지에 동의합니다.
      </label>
      <button>대출한도 조회</button>
      <output>{told}</output>
    </form>
  );
}

function won(amount: string): string {
  return amount === "" ? "조회된 한도가 없습니다." : `${BigInt(amount).toLocaleString("ko-KR")}원`;
}
