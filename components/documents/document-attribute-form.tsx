import { Checkbox, Select, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { attributeTypes, fileProperties, type Attribute, type FileProperty } from '@/lib/documents';
import { AttributeForm } from './attribute-form';

type Props = { attribute: Attribute | null; defined: readonly Attribute[]; close: () => void };

const propertyNames: Record<FileProperty, string> = {
  author: 'Author of the file',
  date: 'Date of the file',
  publisher: 'Publisher or site',
  address: 'Web address of the page',
};

/** An attribute of documents: besides its type, whether it is required and where imports find its value. */
export function DocumentAttributeForm({ attribute, defined, close }: Props) {
  const { documents } = useProject();
  const send = useSend();
  const [required, setRequired] = useState(attribute?.required ?? false);
  const [labels, setLabels] = useState(attribute?.labels ?? []);
  const [property, setProperty] = useState<FileProperty | null>(attribute?.property ?? null);
  const without = attribute
    ? [...documents.values()].filter((each) => !each.attributes[attribute.key]).length
    : documents.size;
  const more = { ...(required && { required }), ...(labels.length > 0 && { labels }), ...(property && { property }) };
  return (
    <AttributeForm
      {...{ attribute, defined, close }}
      types={attributeTypes}
      save={(each) => send('attribute.set', { ...each, ...more })}
    >
      <Checkbox
        label="Required"
        description={
          required && without > 0
            ? `${counted(without, 'document')} here ${without === 1 ? 'has' : 'have'} none yet; new ones will not come in without.`
            : 'No document comes in without it.'
        }
        checked={required}
        onChange={(event) => setRequired(event.currentTarget.checked)}
      />
      <TagsInput
        label="Found in lines that begin with"
        description="Such as Speaker, in “Speaker: ...” at the top of a text. Imports fill it in for you to check."
        value={labels}
        onChange={setLabels}
        splitChars={['\n', ';']}
        maxTags={50}
      />
      <Select
        label="Or taken from the file"
        placeholder="Not taken from files"
        data={fileProperties.map((value) => ({ value, label: propertyNames[value] }))}
        value={property}
        onChange={(value) => setProperty(fileProperties.find((each) => each === value) ?? null)}
        clearable
      />
    </AttributeForm>
  );
}
