'use client';

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Fault } from '@/components/ui/fault';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import { enter } from './enter';
import { RegistrationFields, useRegistration } from './registration-fields';

/** Makes the first account of a server, then signs in with it. */
export function SetUpForm() {
  const [code, setCode] = useState('');
  const form = useRegistration();
  const { busy, fault, onSubmit } = useSubmit(async () => {
    const who = form.getValues();
    await post('/api/set-up', { code, who });
    await enter(who);
    window.location.assign('/projects');
    await new Promise(() => {});
  });
  return (
    <form onSubmit={onSubmit}>
      <Fault sentence={fault} />
      <TextInput
        label="Set-up code"
        description="The server printed it when it started."
        required
        withAsterisk={false}
        autoComplete="off"
        maxLength={200}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <RegistrationFields form={form} />
      <Button type="submit" loading={busy} fullWidth mt={4}>
        Make the first account
      </Button>
    </form>
  );
}
