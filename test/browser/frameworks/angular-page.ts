/**
 * A page of a hospital that is written with Angular: the question is state of the page. Compiled in the
 * browser, since what compiles it beforehand comes with a build of its own.
 */
import "@angular/compiler";
import {
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  ElementRef,
  inject,
  provideZonelessChangeDetection,
  signal,
} from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";

class Page {
  readonly lines = signal<string | null>("4-");
  readonly shown = signal(true);
  readonly heard = signal("");

  constructor() {
    // A template reads what stands before a colon as the name of a global object; the event bubbles.
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.addEventListener(
      "myeloma-compare:change",
      (event) => this.heard.set((event as CustomEvent<{ query: string }>).detail.query),
    );
  }
}

// As a call: what esbuild makes of the decorator needs settings of the whole bundle.
Component({
  selector: "#page",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="lines.set('6-')">Heavily treated</button>
    <button (click)="lines.set(null)">All of them</button>
    <button (click)="shown.set(!shown())">Show or hide</button>
    <output>{{ heard() }}</output>
    @if (shown()) {
      <myeloma-compare [attr.prior-lines]="lines()" />
    }
  `,
})(Page);

await bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
