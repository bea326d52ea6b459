/**
 * The configuration of a Slurm of two nodes that are one machine. Everybody is the user who runs the tests: neither root
 * nor users of its own are needed, nor cgroups, nor systemd, nor a munge of the system.
 *
 * `MaxArraySize` stays at Slurm's default and accounting is off, as on a cluster that promises nothing.
 */
import { hostname, userInfo } from "node:os";

export const NODES = ["n1", "n2"] as const;
export type NodeName = (typeof NODES)[number];

export interface Ports {
  readonly controller: number;
  readonly nodes: Readonly<Record<NodeName, number>>;
}

/** Seconds after which a node that does not answer is down. */
const SILENCE = 5;
/** Seconds within which a node answers, however busy the machine is. */
const ANSWER = 4;
/** Seconds for which a permission to start a job is good; a requeued job waits for as long. */
const PERMISSION = 10;

/** @param folder absolute, without characters that mean something to Slurm */
export function slurmConf(folder: string, ports: Ports): string {
  const host = hostname().replace(/\..*/, ""); // Slurm compares with the short name
  const { username } = userInfo();
  return `
ClusterName=test
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${ports.controller}
SlurmUser=${username}
SlurmdUser=${username}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=${folder}/munge,cred_expire=${PERMISSION}
StateSaveLocation=${folder}/state
SlurmctldPidFile=${folder}/controller.pid
SlurmdPidFile=${folder}/%n.pid
SlurmdSpoolDir=${folder}/%n
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MpiDefault=none
MailProg=/bin/true
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/builtin
SchedulerParameters=batch_sched_delay=0,sched_interval=1,default_queue_depth=2000
MessageTimeout=${ANSWER}
SlurmdTimeout=${SILENCE}
ReturnToService=2
JobRequeue=1
KillWait=2
MinJobAge=3600
${NODES.map((node) => `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${ports.nodes[node]} CPUs=2 RealMemory=8000`).join("\n")}
PartitionName=main Nodes=ALL Default=YES MaxTime=1-0 State=UP
`.trimStart();
}
