import type { ReactNode } from "react";

export const metadata = { title: "대출한도 조회" };

export default function Layout({ children }: { children: ReactNode }): ReactNode {
  return (
    <html lang="ko">
      <body>{children}</body>
    </html>
  );
}
