import { Told } from '@/components/ui/told';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main>
      <Told title="There is no such page" to="/" where="To your projects">
        The address may be mistyped, what stood here may have been deleted, or it belongs to a project you are not a member of.
      </Told>
    </main>
  );
}
