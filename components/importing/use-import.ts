'use client';

import { useState } from 'react';
import type { NamedFile } from '@/components/ui/dropped-files';
import { answerOf, reach, sentenceOf } from '@/components/ui/post';
import { newId } from '@/lib/log';
import type { ImportChoices, Preview, ProjectImported } from '@/lib/interchange/importing';

export type Landed = { projectId: string; id: string; report: ProjectImported };
type Line = { done: number; of: number } | { landed: Landed } | { refused: { message: string } };

/** Where an import stands. The files are kept, since what is looked at first is sent again to be brought in. */
export type Stage =
  | { at: 'choosing' }
  | { at: 'reading'; files: NamedFile[] }
  | { at: 'looking'; files: NamedFile[]; preview: Preview; changeId: string }
  | { at: 'landing'; files: NamedFile[]; done: number; of: number }
  | { at: 'landed'; landed: Landed };

/** Files on their way into a project, or into a new one where there is none. */
export function useImport(projectId: string | null) {
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const [fault, setFault] = useState<string | null>(null);
  const address = projectId ? `/api/projects/${projectId}/import` : '/api/projects/import';

  async function read(files: NamedFile[]): Promise<void> {
    if (files.length === 0) return;
    setFault(null);
    setStage({ at: 'reading', files });
    try {
      const response = await reach(`${address}/read`, { method: 'POST', body: formOf(files) });
      const preview = await answerOf<Preview>(response);
      setStage({ at: 'looking', files, preview, changeId: newId() });
    } catch (error) {
      setFault(sentenceOf(error));
      setStage({ at: 'choosing' });
    }
  }

  /** One id per preview: pressing again after a broken connection brings nothing in twice. */
  async function land(from: Extract<Stage, { at: 'looking' }>, choices: Omit<ImportChoices, 'source'>): Promise<void> {
    const { files, preview, changeId } = from;
    setFault(null);
    setStage({ at: 'landing', files, done: 0, of: preview.counts.codings });
    try {
      const body = { ...choices, source: nameOf(files) };
      const form = formOf(files);
      form.append('choices', JSON.stringify({ id: changeId, body }));
      const response = await reach(address, { method: 'POST', body: form });
      if (!response.ok) await answerOf(response);
      const landed = await lastLine(response, (done, of) => setStage({ at: 'landing', files, done, of }));
      setStage({ at: 'landed', landed });
    } catch (error) {
      setFault(sentenceOf(error));
      setStage(from);
    }
  }

  const begin = () => {
    setFault(null);
    setStage({ at: 'choosing' });
  };
  return { stage, fault, read, land, begin };
}

function formOf(files: readonly NamedFile[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', file.bytes, file.name);
  return form;
}

function nameOf(files: readonly NamedFile[]): string {
  return files.length === 1 ? files[0]!.name.slice(0, 300) : `${files.length} files`;
}

async function lastLine(response: Response, onProgress: (done: number, of: number) => void): Promise<Landed> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let kept = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (kept + read.value).split('\n');
    kept = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as Line;
      if ('landed' in said) return said.landed;
      if ('refused' in said) throw new Error(said.refused.message);
      onProgress(said.done, said.of);
    }
  }
  throw new Error('The connection broke before the answer was there. Press the button again: nothing comes in twice.');
}
