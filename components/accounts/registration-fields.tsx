import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { longestPassword, shortestPassword, type Registration } from '@/lib/accounts';

export function useRegistration() {
  return useForm<Registration>({ mode: 'uncontrolled', initialValues: { name: '', email: '', password: '' } });
}

/** What somebody new tells about themselves. */
export function RegistrationFields({ form }: { form: ReturnType<typeof useRegistration> }) {
  const length = { minLength: shortestPassword, maxLength: longestPassword };
  const always = { required: true, withAsterisk: false };
  return (
    <>
      <TextInput label="Your name" description="As others in your projects will see it." {...always} maxLength={100} autoComplete="name" {...form.getInputProps('name')} />
      <TextInput label="E-mail address" description="You sign in with it; no mail is sent." type="email" {...always} maxLength={200} autoComplete="username" {...form.getInputProps('email')} />
      <PasswordInput label="Password" description={`At least ${shortestPassword} characters.`} {...always} {...length} autoComplete="new-password" {...form.getInputProps('password')} />
    </>
  );
}
