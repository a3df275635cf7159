import type { ComponentChildren } from 'preact'
import { formatInstantExact, NotificationBanner } from '../../../platform/views/views.ts'
import type { Workspace } from '../read-workspace.ts'

/** The clock that decides on lateness, and above everything else what is uploaded and not submitted. */
export const WorkspaceFrame = ({
  workspace: { unsubmitted, now },
  children,
}: {
  readonly workspace: Pick<Workspace, 'unsubmitted' | 'now'>
  readonly children: ComponentChildren
}) => (
  <>
    {unsubmitted.length > 0 && (
      <NotificationBanner titleText="Not submitted" titleId="not-submitted" classes="gt-banner--warning">
        <p class="govuk-notification-banner__heading">What is uploaded and not submitted does not count.</p>
        <ul class="govuk-list govuk-list--bullet">
          {unsubmitted.map(({ bid, tender, state }) => (
            <li>
              <a class="govuk-notification-banner__link" href={`/workspace/bids/${bid.id}`}>
                {tender.title}, lot {bid.lot}
              </a>
              {state === 'changed' ? ': your changes are not submitted' : ': not submitted'}. Deadline:{' '}
              {formatInstantExact(tender.deadline)}
            </li>
          ))}
        </ul>
      </NotificationBanner>
    )}
    <p class="govuk-hint" id="server-time">
      Time of the server, which decides on deadlines: {formatInstantExact(now)}
    </p>
    {children}
  </>
)
