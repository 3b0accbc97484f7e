import { Told } from '@/components/ui/told';

export default function NotFound() {
  return (
    <Told title="There is no such page" to="/projects" where="To your projects">
      The address may be mistyped, what stood here may have been deleted, or your role in this project does not open it.
    </Told>
  );
}
