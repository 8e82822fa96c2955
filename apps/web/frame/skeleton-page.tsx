import { SkeletonLines } from '../parts/skeleton-lines';
import styles from './frame.module.css';

/** Stands where a page will be. */
export function SkeletonPage() {
  return (
    <div className={styles.main}>
      <SkeletonLines lines={8} height={36} />
    </div>
  );
}
