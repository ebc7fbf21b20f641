import { refuseRequest } from '../cloud-error';
import { ARRAY_CHANGES } from './array-changes';
import { copyDocument, type Document, isDocument } from './document';
import { encodeEjson } from './ejson';
import { FIELD_CHANGES, type FieldChange, renameField } from './field-changes';
import { expandPositions } from './field-path';
import { sameValue } from './sort-key';

/** What an update needs to know besides the document. */
export interface UpdateScene {
  /** The filter that found the document: it decides what the positional `$` stands for. */
  filter: Document;
  now: Date;
  /** The document is being inserted by an upsert, so `$setOnInsert` counts. */
  inserting?: boolean;
}

const CHANGES: Readonly<Record<string, FieldChange>> = { ...FIELD_CHANGES, ...ARRAY_CHANGES };

/**
 * Applies MongoDB's update operators to a copy of a document. What MongoDB refuses is refused: an unknown operator,
 * `$inc` on a text, `$push` on something that is no array, two changes of one path, a change of `_id`.
 */
export function applyUpdate(document: Document, update: Document, scene: UpdateScene): Document {
  const changed = copyDocument(document);
  const touched: string[] = [];
  for (const [operator, operands] of Object.entries(update)) {
    checkOperator(operator, operands);
    for (const [path, operand] of Object.entries(operands as Document)) {
      if (operator === '$setOnInsert' && scene.inserting !== true) continue;
      for (const place of expandPositions(changed, path, scene.filter)) {
        claimPath(touched, place);
        if (operator === '$rename') {
          claimPath(touched, String(operand));
          renameField(changed, place, operand);
        } else {
          changeField(operator, changed, place, operand, scene.now);
        }
      }
    }
  }
  if (Object.hasOwn(document, '_id') && !sameValue(changed._id, document._id)) {
    refuseRequest("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return changed;
}

function changeField(operator: string, document: Document, path: string, operand: unknown, now: Date): void {
  const change = CHANGES[operator] ?? refuseRequest(`Unknown modifier: ${operator}`);
  change(document, path, operand, now);
}

function checkOperator(operator: string, operands: unknown): void {
  if (operator !== '$rename' && CHANGES[operator] === undefined) {
    refuseRequest(
      operator.startsWith('$')
        ? `Unknown modifier: ${operator}. Expected a valid update modifier`
        : 'the update operation document must contain atomic operators',
    );
  }
  if (!isDocument(operands))
    refuseRequest(`Modifiers operate on fields but we found ${encodeEjson(operands)} instead.`);
}

/** Two changes of one path, or of a path and what lies inside it, would depend on their order. */
function claimPath(touched: string[], path: string): void {
  const clash = touched.find((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`));
  if (clash !== undefined) refuseRequest(`Updating the path '${path}' would create a conflict at '${clash}'`);
  touched.push(path);
}
