import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';

interface Props {
  title: string;
  action: string;
  children: ReactNode;
}

/** A part of the page that could not be loaded, most often because a newer version was put up meanwhile. */
export class PageBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div role="alert" style={{ display: 'grid', gap: '0.75rem', justifyItems: 'start', paddingBlock: '2rem' }}>
        <p>{this.props.title}</p>
        <Button onClick={() => window.location.reload()}>{this.props.action}</Button>
      </div>
    );
  }
}
