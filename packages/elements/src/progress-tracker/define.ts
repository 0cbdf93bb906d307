import { defineElement } from '../base/define-element.ts';
import { ProgressTracker } from './progress-tracker.ts';

defineElement(ProgressTracker);

declare global {
  interface HTMLElementTagNameMap {
    'oi-progress-tracker': ProgressTracker;
  }
}
