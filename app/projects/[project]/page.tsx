import { Page } from '@/components/ui/page';

export default function ProjectPage() {
  return <Page title="Documents">{null}</Page>;
}
