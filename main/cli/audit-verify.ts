import type { AuditVerification } from '../store/audit-model.ts';
import { verifyAudit } from '../store/audit-verify.ts';
import { argumentsOf, report, withStore, type Run } from './command.ts';
import { number, progressTeller } from './output.ts';

type Problem = NonNullable<AuditVerification['fault']>['problem'];

const PROBLEMS: Readonly<Record<Problem, string>> = {
  CHANGED: 'se ha cambiado',
  REMOVED: 'falta',
  INSERTED: 'se ha añadido después',
  REORDERED: 'no está en su sitio',
  TRUNCATED: 'y las siguientes se han borrado',
  MESSAGES_CHANGED: 'nombra mensajes que ya no están como se guardaron',
};

/** Exit code 1 when the log was tampered with. */
export const run: Run = async (options) => {
  argumentsOf(options, []);
  const found = await withStore(options, 'MUST_EXIST', (store) =>
    verifyAudit(store.sql, { onProgress: progressTeller('Registro de actividad') }),
  );
  const { entries, head, fault } = found;
  await report(
    options,
    found,
    fault === null
      ? `El registro de actividad está íntegro: ${number(entries)} anotaciones.\nÚltima: ${head}`
      : `El registro de actividad NO está íntegro: la anotación ${fault.entryId} ${PROBLEMS[fault.problem]}.`,
  );
  return fault === null ? 0 : 1;
};
