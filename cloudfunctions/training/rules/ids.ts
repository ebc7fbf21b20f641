export const versionIdOf = (courseId: string, version: number) => `${courseId}.${version}`;
export const lessonIdOf = (courseId: string, version: number, lessonId: string) => `${courseId}.${version}.${lessonId}`;
export const learningIdOf = (personId: string, courseId: string) => `${personId}.${courseId}`;
