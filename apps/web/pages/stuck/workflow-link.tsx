import { Link } from 'react-router';
import { useWords } from '../../words/use-words';
import { workflowWords } from '../../words/workflow-words';
import styles from './stuck.module.css';

/** Leads to what Temporal holds of the workflow of a city. */
export function WorkflowLink({ journeyId, city }: { journeyId: string; city: string }) {
  return (
    <Link className={`small ${styles.workflow}`} to={`/journeys/${encodeURIComponent(journeyId)}/workflow`}>
      {useWords(workflowWords).link(city)}
    </Link>
  );
}
