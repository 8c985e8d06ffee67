/**
 * A stand-in for a language model that speaks OpenAI's chat completions on loopback: it calls the first tool
 * that it is offered, and then quotes what the tool gave back.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string;
}

/** A tool as the model is told of it. */
export interface OfferedTool {
	name: string;
	description: string;
	parameters: {
		properties: Record<string, { type: string; description?: string }>;
		required?: string[];
	};
}

interface ChatRequest {
	messages: ChatMessage[];
	stream?: boolean;
	tools?: Array<{ function: OfferedTool }>;
}

interface Reply {
	role: 'assistant';
	content: string | null;
	tool_calls?: Array<{
		index: number;
		id: string;
		type: 'function';
		function: { name: string; arguments: string };
	}>;
}

const MODEL = 'fake-model';

export class FakeModel {
	private toolArguments: Record<string, unknown> = {};
	private readonly requests: ChatRequest[] = [];

	private constructor(private readonly server: ReturnType<typeof createServer>) {}

	static async start(): Promise<FakeModel> {
		const server = createServer();
		const model = new FakeModel(server);
		server.on('request', (request, response) => {
			model.answer(request, response).catch((error: unknown) => {
				response.writeHead(500).end(String(error));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return model;
	}

	/** What a credential of OpenAI has as its base URL. */
	get url(): string {
		// Listens on a port, so that its address is no path.
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/v1`;
	}

	/** What it calls the tool with from now on. Forgets what it was asked before. */
	willCallWith(toolArguments: Record<string, unknown>): void {
		this.toolArguments = toolArguments;
		this.requests.length = 0;
	}

	/** The results of the tool as they stand in the last request. */
	get toolResults(): string[] {
		const messages = this.requests.at(-1)?.messages ?? [];
		return messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
	}

	/** The tools that the last request offered. */
	get offeredTools(): OfferedTool[] {
		return (this.requests.at(-1)?.tools ?? []).map((tool) => tool.function);
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (request.url !== '/v1/chat/completions') {
			response.writeHead(404).end();
			return;
		}
		const chat = JSON.parse(await text(request)) as ChatRequest;
		this.requests.push(chat);
		const reply = this.replyTo(chat);
		const finish = reply.tool_calls === undefined ? 'stop' : 'tool_calls';
		const head = { id: 'chat-1', created: 1, model: MODEL };
		if (chat.stream !== true) {
			const choices = [{ index: 0, message: reply, finish_reason: finish }];
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			const body = { ...head, object: 'chat.completion', choices, usage };
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
			return;
		}
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		for (const [delta, finish_reason] of [
			[reply, null],
			[{}, finish],
		]) {
			const choices = [{ index: 0, delta, finish_reason }];
			const chunk = { ...head, object: 'chat.completion.chunk', choices };
			response.write(`data: ${JSON.stringify(chunk)}\n\n`);
		}
		response.end('data: [DONE]\n\n');
	}

	private replyTo({ messages, tools = [] }: ChatRequest): Reply {
		const last = messages.at(-1);
		if (last?.role === 'tool') return { role: 'assistant', content: `Told: ${last.content}` };
		const [tool] = tools;
		if (tool === undefined) throw new Error('The model was offered no tool.');
		const call = { name: tool.function.name, arguments: JSON.stringify(this.toolArguments) };
		return {
			role: 'assistant',
			content: null,
			tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: call }],
		};
	}
}
