import type { ArgTypesEnhancer, DecoratorFunction } from 'storybook/internal/csf';
import type { WebComponentsRenderer } from '@storybook/web-components-vite';

/** What a person can choose a value of a type with. */
function controlOf(type: string): Record<string, unknown> {
  const words = type.split('|').map((word) => word.trim());
  const literals = words.filter((word) => /^'.*'$/.test(word)).map((word) => word.slice(1, -1));
  if (literals.length > 0) return { control: 'select', options: literals };
  if (words.includes('boolean')) return { control: 'boolean' };
  if (words.includes('number')) return { control: 'number' };
  if (words.includes('string')) return { control: 'text' };
  return { control: false };
}

/** A control for each property of the manifest that has one; the rest of it is only read. */
export const controlsOfManifest: ArgTypesEnhancer<WebComponentsRenderer> = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const category = argType.table?.category;
      if (category === undefined || 'control' in argType) return [name, argType];
      const type = argType.table?.type?.summary ?? '';
      const given = category === 'properties' ? controlOf(type) : { control: false };
      return [name, { ...argType, ...given }];
    }),
  );

/** Sets what is chosen in the controls on the element, also what the story itself does not pass on. */
export const chosenOnElement: DecoratorFunction<WebComponentsRenderer> = (
  story,
  { args, argTypes, component, canvasElement },
) => {
  const chosen = Object.entries(args).filter(
    ([name, value]) => value !== undefined && argTypes[name]?.table?.category === 'properties',
  );
  queueMicrotask(() => {
    const element = component === undefined ? null : canvasElement.querySelector(component);
    if (element) Object.assign(element, Object.fromEntries(chosen));
  });
  return story();
};
