/** Where somebody works: `研发部 · 前端工程师`, or the department alone where the roster names no position. */
export function placeInWords({ departmentName, position }: { departmentName: string; position: string }): string {
  return [departmentName, position].filter(Boolean).join(' · ');
}
