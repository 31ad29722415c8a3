import { recordedAnswers } from '#protocol/recorded/answers.ts';

export interface RecordedRefusal {
  id: string;
  status: number | undefined;
  error: string | undefined;
  code: string | undefined;
  text: string;
}

/** The recorded answers that refuse and have a text. */
export function recordedRefusals(): RecordedRefusal[] {
  return recordedAnswers.flatMap(({ id, answer }) => {
    if (!answer.body || typeof answer.body === 'string') return [];
    const { errors, error, error_description: description, message } = answer.body;
    const text = errors?.[0]?.message ?? description ?? message;
    if (text === undefined || answer.status === 200) return [];
    return [{ id, status: answer.status ?? undefined, error, code: errors?.[0]?.errorCode, text }];
  });
}
