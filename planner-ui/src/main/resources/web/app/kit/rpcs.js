/**
 * The calls that the page makes. `about` are the kinds of events after which an answer may be old; an import or a start
 * anew touches all of a service's.
 */
const rpc = (service, name, about = [], isStream = false) => ({
  service,
  name,
  path: `${service}/${name}`,
  about,
  isStream,
});
const stream = (service, name, about) => rpc(service, name, about, true);

const PART = 'takt.forecast.v1.PartService';
const VERSION = 'takt.forecast.v1.ForecastVersionService';
const CLEANSING = 'takt.forecast.v1.CleansingService';
const QUALITY = 'takt.forecast.v1.DataQualityService';
const MODEL = 'takt.forecast.v1.ModelService';
const TRAINING = 'takt.forecast.v1.TrainingService';
const PUBLICATION = 'takt.sharing.v1.PublicationService';
const ALERT = 'takt.capacity.v1.AlertService';
const COMMITMENT = 'takt.capacity.v1.CommitmentService';
const GROUP = 'takt.capacity.v1.CapacityGroupService';
const QUARANTINE = 'takt.ingest.v1.QuarantineService';
const CODES = 'takt.ingest.v1.CrossReferenceService';

const VERSIONS = ['FORECAST_VERSION_CREATED', 'FORECAST_VERSION_RELEASED'];
const PUBLICATIONS = ['PUBLICATION_CREATED', 'PUBLICATION_ACKNOWLEDGED'];
const DECIDED = ['QUARANTINE_CHANGED'];
const RUNS = ['TRAINING_RUN_FINISHED', 'MODEL_PROMOTED'];

export const rpcs = {
  listParts: rpc('forecast', `${PART}/ListParts`),
  partSummaries: rpc('forecast', `${PART}/ListPartSummaries`, VERSIONS),
  partGroups: rpc('forecast', `${PART}/ListPartGroups`, VERSIONS),
  partHistory: rpc('forecast', `${PART}/GetPartHistory`),
  listVersions: rpc('forecast', `${VERSION}/ListForecastVersions`, VERSIONS),
  series: stream('forecast', `${VERSION}/StreamForecastSeries`),
  listCorrections: rpc('forecast', `${CLEANSING}/ListCorrections`, ['CORRECTIONS_CHANGED']),
  decideCorrections: rpc('forecast', `${CLEANSING}/DecideCorrections`),
  proposeCorrections: rpc('forecast', `${CLEANSING}/ProposeCorrections`),
  qualityAlarms: rpc('forecast', `${QUALITY}/ListQualityAlarms`, ['QUALITY_ASSESSED']),
  qualityCards: rpc('forecast', `${QUALITY}/ListQualityCards`, ['QUALITY_ASSESSED']),
  qualityHistory: rpc('forecast', `${QUALITY}/GetQualityHistory`, ['QUALITY_ASSESSED']),
  partQuality: rpc('forecast', `${QUALITY}/GetPartQuality`),
  assessQuality: rpc('forecast', `${QUALITY}/AssessQuality`),
  listModels: rpc('forecast', `${MODEL}/ListModels`, RUNS),
  model: rpc('forecast', `${MODEL}/GetModel`, RUNS),
  compareModels: rpc('forecast', `${MODEL}/CompareModels`),
  promoteModel: rpc('forecast', `${MODEL}/PromoteModel`),
  rollbackModel: rpc('forecast', `${MODEL}/RollbackModel`),
  listRuns: rpc('forecast', `${TRAINING}/ListTrainingRuns`, RUNS),
  listPublications: rpc('sharing', `${PUBLICATION}/ListPublications`, PUBLICATIONS),
  publicationLines: stream('sharing', `${PUBLICATION}/StreamPublicationLines`, PUBLICATIONS),
  acknowledgePublication: rpc('sharing', `${PUBLICATION}/AcknowledgePublication`),
  edition: rpc('sharing', `${PUBLICATION}/GetEdition`, PUBLICATIONS),
  listPartners: rpc('sharing', 'takt.sharing.v1.NetworkService/ListPartners'),
  listAlerts: rpc('capacity', `${ALERT}/ListAlerts`, [
    'ALERT_OPENED',
    'ALERT_ACKNOWLEDGED',
    'ALERT_REOPENED',
    'ALERT_ASSIGNED',
    'ALERT_RESOLVED',
    'MATCHING_FINISHED',
  ]),
  alertSteps: rpc('capacity', `${ALERT}/ListAlertSteps`, ['ALERT_ACKNOWLEDGED', 'ALERT_REOPENED', 'ALERT_ASSIGNED']),
  reopenAlert: rpc('capacity', `${ALERT}/ReopenAlert`),
  assignAlert: rpc('capacity', `${ALERT}/AssignAlert`),
  acknowledgeAlert: rpc('capacity', `${ALERT}/AcknowledgeAlert`),
  listGroups: rpc('capacity', `${GROUP}/ListCapacityGroups`, ['CAPACITY_CHANGED']),
  listCommitments: rpc('capacity', `${COMMITMENT}/ListCommitments`, ['COMMITMENTS_CHANGED', 'DEMAND_CHANGED']),
  submitCommitments: rpc('capacity', `${COMMITMENT}/SubmitCommitments`),
};

/** Rows and codes that wait, in each service that imports. */
export const firewall = Object.fromEntries(
  ['forecast', 'sharing'].map((service) => [
    service,
    {
      rows: rpc(service, `${QUARANTINE}/SummarizeQuarantine`, DECIDED),
      list: rpc(service, `${QUARANTINE}/ListQuarantine`, DECIDED),
      fix: rpc(service, `${QUARANTINE}/FixQuarantinedRow`),
      replay: rpc(service, `${QUARANTINE}/ReplayQuarantine`),
      dismiss: rpc(service, `${QUARANTINE}/DismissQuarantinedRows`),
      suggestions: rpc(service, `${CODES}/SuggestCrossReferences`, DECIDED),
      accept: rpc(service, `${CODES}/AcceptCrossReference`),
      reject: rpc(service, `${CODES}/RejectCrossReference`),
    },
  ]),
);
