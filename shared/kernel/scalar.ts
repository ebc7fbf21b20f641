import * as z from 'zod';
import { excerpt } from './excerpt';

/** A document's id, ours or the database's. 1 to 64 characters that need no escaping anywhere. */
export const Id = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/);
export type Id = z.infer<typeof Id>;

/** Made once by the phone for one intent and sent again with every repeat of it. */
export const RequestId = z.string().regex(/^[A-Za-z0-9-]{16,64}$/);
export type RequestId = z.infer<typeof RequestId>;

/** A date without time in Asia/Shanghai, `2026-11-21`, between 1900 and 2199. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01');
export type Day = z.infer<typeof Day>;

/** A moment as an ISO string in UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** Points are whole. One movement is at most a million. */
export const Points = z.int().min(0).max(1_000_000);

/** The schemas of what people type freely; everything else that is text is an id, a code, a day or a path. */
export const typedText = z.registry<Record<string, never>>();

/** One line that a person typed: trimmed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 2)
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .regex(/^[^\p{Cc}]*$/u),
    )
    .register(typedText, {});

/** Several lines that a person typed: trimmed, tabs and line breaks allowed, other control characters not. */
export const paragraph = (max: number, min = 0) =>
  z
    .string()
    .max(max * 2)
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u),
    )
    .register(typedText, {});

/** More than any message quotes. */
const longestQuoted = 1000;

/** What one of our functions quotes to another of what a person typed: set in one line, and cut where it is longer. */
export const quote = (max: number) =>
  paragraph(longestQuoted, 1)
    .transform((text) => excerpt(text, max))
    .pipe(z.string().min(1).max(max));

/** A file in cloud storage as `uploadFile` names it. Whose it is, a rule decides from its path. */
export const FileId = z.string().regex(/^cloud:\/\/[A-Za-z0-9_.-]{1,128}\/[A-Za-z0-9_./-]{1,256}$/);
