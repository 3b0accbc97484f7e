'use client';

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Fault } from '@/components/ui/fault';
import { useSubmit } from '@/components/ui/use-submit';
import { enter } from './enter';

/** `next` is a path of this server; null stays. A whole page load follows, so that nothing of the signed-out pages is left. */
export function SignInForm({ next }: { next: string | null }) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  const { busy, fault, onSubmit } = useSubmit(async () => {
    await enter(form.getValues());
    if (next === null) window.location.reload();
    else window.location.assign(next);
    await new Promise(() => {});
  });
  const always = { required: true, withAsterisk: false };
  return (
    <form onSubmit={onSubmit}>
      <Fault sentence={fault} />
      <TextInput label="E-mail address" type="email" name="email" autoComplete="username" autoFocus {...always} {...form.getInputProps('email')} />
      <PasswordInput label="Password" name="password" autoComplete="current-password" {...always} {...form.getInputProps('password')} />
      <Button type="submit" loading={busy} fullWidth mt={4}>
        Sign in
      </Button>
    </form>
  );
}
