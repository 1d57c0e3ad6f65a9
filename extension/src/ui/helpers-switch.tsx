/** Switches the helper on the company's own pages on and off. The browser asks for the domain when it is first used. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { originOf } from '../background/helpers';
import { useWords } from './language';
import { Switch } from './switch';

export function HelpersSwitch({ domain }: { domain: string }) {
  const { t } = useWords();
  const [on, setOn] = useState(false);
  const origins = [originOf(domain)];
  useEffect(() => {
    const look = () => void browser.permissions.contains({ origins: [originOf(domain)] }).then(setOn);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [domain]);
  // Asked at once within the click: browsers allow it only then.
  const change = (wanted: boolean) => {
    const done = wanted ? browser.permissions.request({ origins }) : browser.permissions.remove({ origins });
    void done.then((granted) => setOn(wanted && granted)).catch(() => setOn(!wanted));
  };
  return (
    <Switch on={on} onChange={change}>
      {t('helpers.label', { domain })}
    </Switch>
  );
}
