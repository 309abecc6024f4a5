/** Every generated file carries this, and nothing that lacks it is overwritten. */
export const marker = "npm run generate. 직접 고치지 않습니다.";
